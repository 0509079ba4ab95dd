/** A text whose offsets count Unicode code points, as those of the tables do. */
export class Points {
  /** Where each code point begins in `text`; JavaScript counts code points beyond U+FFFF twice. */
  private readonly starts: Uint32Array;

  constructor(readonly text: string) {
    const starts = new Uint32Array(text.length + 1);
    let count = 0;
    for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1)
      starts[count++] = at;
    starts[count] = text.length;
    this.starts = starts.subarray(0, count + 1);
  }

  /** Number of code points. */
  get length(): number {
    return this.starts.length - 1;
  }

  /** The characters from `start` to `end`, end exclusive. */
  cut(start: number, end: number): string {
    return this.text.slice(this.starts[start], this.starts[end]);
  }

  /** Where, in code points, each match of a pattern begins and ends. */
  *matches(pattern: RegExp): Generator<[start: number, end: number]> {
    for (const match of this.text.matchAll(pattern)) {
      yield [this.point(match.index), this.point(match.index + match[0].length)];
    }
  }

  /** The code point that begins at a place in `text`. */
  private point(at: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
