/**
 * Circles and names of places, on a canvas over the map. The page draws them itself: an answer to a
 * filter is then one short drawing in the frame that also shows the list. The map's own layers
 * would have a worker lay them out anew and the whole map drawn for many frames.
 */
import { scaleLinear } from "d3-scale";
import { isLocated, type Tally } from "../data/placed";
import { cleared, colours } from "./colours";

/** Where on the canvas something lies, in pixels. */
interface Spot {
  x: number;
  y: number;
}

/** A tally as it is drawn. */
interface Mark extends Spot {
  tally: Tally;
  radius: number;
}

interface Box extends Spot {
  width: number;
  height: number;
}

export interface PlacesCanvas {
  /** What is drawn from now on; `chosen` is the id of the place that is filtered for, or "". */
  show(tallies: Tally[], chosen: string): void;
  /** Draw it as the map now lies. */
  draw(): void;
  /** The places whose circles are at a spot, the nearest first. */
  at(spot: Spot): { tally: Tally; distance: number }[];
}

const RADIUS = scaleLinear().domain([1, 6, 12]).range([5, 16, 26]).clamp(true);
/** Precision of coordinates that stand for an area, not for a point in it. */
const AREA = "area_centre";
const FONT = '12px system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif';
const LINE = 15;
/** Pixels between a circle and its name, and around a circle where a click still means it. */
const GAP = 3;
/** Names that are tried; on a map so full that more would fit nobody reads them. */
const MOST_NAMES = 400;

/** @param project where in the map's pixels a longitude and latitude lie. */
export function openPlacesCanvas(
  canvas: HTMLCanvasElement,
  project: (position: [number, number]) => Spot,
): PlacesCanvas {
  let shown: Tally[] = [];
  let chosen = "";
  let marks: Mark[] = [];
  const widths = new Map<string, number>();

  function draw(): void {
    const { clientWidth: width, clientHeight: height } = canvas;
    const context = cleared(canvas, width, height);
    marks = shown.flatMap((tally) => {
      const { x, y } = project([tally.place.longitude!, tally.place.latitude!]);
      const radius = RADIUS(Math.sqrt(tally.events));
      const isSeen = x > -radius && x < width + radius && y > -radius && y < height + radius;
      return isSeen ? [{ tally, x, y, radius }] : [];
    });
    for (const mark of marks) drawCircle(context, mark, mark.tally.place.place_id === chosen);
    drawNames(context);
  }

  function drawNames(context: CanvasRenderingContext2D): void {
    context.font = FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3;
    const { land, ink } = colours();
    context.strokeStyle = land;
    context.fillStyle = ink;
    const names = new Room();
    const circles = new Room();
    for (const { tally, x, y, radius: r } of marks)
      if (!isArea(tally)) circles.take({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
    for (const mark of marks.slice(0, MOST_NAMES)) {
      const { name, name_ar: arabic } = mark.tally.place;
      const lines = arabic ? [name, arabic] : [name];
      const width = Math.max(...lines.map((line) => widthOf(context, line)));
      const free = around(mark, width, lines.length * LINE, canvas.clientWidth).filter((box) =>
        names.isFree(box),
      );
      const box = free.find((box) => circles.isFree(box) && isInside(box)) ?? free[0];
      if (box === undefined) continue;
      names.take(box);
      const draws = (put: "strokeText" | "fillText") =>
        lines.forEach((line, at) =>
          context[put](line, box.x + width / 2, box.y + (at + 0.5) * LINE),
        );
      draws("strokeText");
      draws("fillText");
    }
  }

  function isInside({ x, y, width, height }: Box): boolean {
    return x >= 0 && y >= 0 && x + width <= canvas.clientWidth && y + height <= canvas.clientHeight;
  }

  function widthOf(context: CanvasRenderingContext2D, line: string): number {
    let width = widths.get(line);
    if (width === undefined) widths.set(line, (width = context.measureText(line).width));
    return width;
  }

  return {
    show: (tallies, place) => {
      shown = tallies.filter(({ place }) => isLocated(place));
      chosen = place;
    },
    draw,
    at: ({ x, y }) =>
      marks
        .map((mark) => ({ ...mark, distance: Math.hypot(mark.x - x, mark.y - y) }))
        .filter(({ distance, radius }) => distance <= radius + GAP)
        .sort((one, other) => one.distance - other.distance),
  };
}

function drawCircle(
  context: CanvasRenderingContext2D,
  { tally, x, y, radius }: Mark,
  isChosen: boolean,
): void {
  const colour = tally.contested ? colours().clash : colours().accent;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = isChosen ? 4 : 1.5;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.globalAlpha = isArea(tally) ? 0.12 : 0.75;
  context.fill();
  context.globalAlpha = 1;
  context.stroke();
}

function isArea({ place }: Tally): boolean {
  return place.coordinate_precision === AREA;
}

/** Where a name may stand: below its circle, above, to the right, to the left. */
function around({ x, y, radius }: Mark, width: number, height: number, edge: number): Box[] {
  const off = radius + GAP;
  const middle = Math.max(0, Math.min(edge - width, x - width / 2));
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  return [
    box(middle, y + off),
    box(middle, y - off - height),
    box(x + off, y - height / 2),
    box(x - off - width, y - height / 2),
  ];
}

/** Boxes that are taken, kept by squares of the canvas so that few have to be compared. */
class Room {
  private static readonly SIDE = 64;
  private readonly squares = new Map<number, Box[]>();

  take(box: Box): void {
    for (const square of this.around(box)) {
      const taken = this.squares.get(square);
      if (taken === undefined) this.squares.set(square, [box]);
      else taken.push(box);
    }
  }

  isFree(box: Box): boolean {
    return this.around(box).every(
      (square) => !this.squares.get(square)?.some((taken) => overlap(taken, box)),
    );
  }

  private around({ x, y, width, height }: Box): number[] {
    const square = (at: number) => Math.floor(at / Room.SIDE);
    const squares: number[] = [];
    for (let column = square(x); column <= square(x + width); column++)
      for (let row = square(y); row <= square(y + height); row++) squares.push(column * 1e6 + row);
    return squares;
  }
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
