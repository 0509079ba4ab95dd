"""Teach the encoder of `pipeline.encoder` what befell those whom a sentence counts.

It starts from a published encoder (pipeline/learn/base_model.py), whose every number is moved a
little by the texts, again and again, while what is asked of phrases is learnt anew.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.encoder.encoder import laid_out
from pipeline.encoder.storage import QUESTIONS
from pipeline.encoder.word_pieces import WordPieces
from pipeline.learn.sentences import LabelledSentence

# Chosen on texts held back: more rounds or faster steps helped less.
_ROUNDS = 3
_STEP, _STEP_OF_QUESTIONS = 1e-4, 1e-3
_DECAY = 0.01
_WARMING = 0.1
_LONGEST_STEP = 1.0
# Shares of numbers that are left out by chance, so that no one of them is relied upon.
_LEFT_OUT, _LEFT_OUT_OF_QUESTIONS = 0.1, 0.2
_AT_ONCE = 24
_NO_ANSWER = -100
_SEED = 0


class Tuner:
    """An encoder that is being taught; `arrays` holds what `save_encoder` writes."""

    def __init__(self, arrays: Mapping[str, Any], sentences: Sequence[LabelledSentence]) -> None:
        """Take a base model's arrays and what is to be learnt.

        Raises:
            ValueError: no sentence holds a phrase.
        """
        import torch

        torch.manual_seed(_SEED)
        self._random = random.Random(_SEED)
        self._torch = torch
        self._pieces = WordPieces(arrays["pieces"].tolist())
        self._fixed = {name: arrays[name] for name in ("pieces", "layers", "heads")}
        self._sentences = [one for one in map(self._numbered, sentences) if one.phrases]
        if not self._sentences:
            raise ValueError("there is nothing to learn from")
        self._values = {
            name: sorted({answer[name] for _, _, answer in self._phrases() if name in answer})
            for name in QUESTIONS
        }
        self._parameters = {
            name: torch.tensor(array, dtype=torch.float32)
            for name, array in arrays.items()
            if name not in self._fixed
        }
        width = arrays["embedding"].shape[1]
        for name, values in self._values.items():
            weights = torch.empty(len(values), 3 * width).normal_(std=0.02)
            self._parameters |= {name: weights, f"{name} bias": torch.zeros(len(values))}
        for parameter in self._parameters.values():
            parameter.requires_grad_()

    @property
    def total(self) -> int:
        """How many steps there are."""
        return _ROUNDS * -(-len(self._sentences) // _AT_ONCE)

    def steps(self) -> Iterator[None]:
        """Learn, a few sentences at each step."""
        torch, total = self._torch, self.total
        asked = [one for name in QUESTIONS for one in (name, f"{name} bias")]
        groups = [
            {"params": [self._parameters[name] for name in asked], "lr": _STEP_OF_QUESTIONS},
            {"params": [one for name, one in self._parameters.items() if name not in asked]},
        ]
        optimizer = torch.optim.AdamW(groups, lr=_STEP, weight_decay=_DECAY)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min((step + 1) / (_WARMING * total), (total - step) / total)
        )
        for _ in range(_ROUNDS):
            for batch in self._batches():
                optimizer.zero_grad()
                self._loss(batch).backward()
                torch.nn.utils.clip_grad_norm_(self._parameters.values(), _LONGEST_STEP)
                optimizer.step()
                schedule.step()
                yield

    def arrays(self) -> dict[str, Any]:
        """Return the arrays of the encoder as it is now."""
        import numpy as np

        learnt = {name: one.detach().numpy() for name, one in self._parameters.items()}
        values = {f"{name} values": np.array(these) for name, these in self._values.items()}
        return {**self._fixed, **learnt, **values}

    def _numbered(self, sentence: LabelledSentence) -> "_Numbered":
        numbers, places = laid_out(self._pieces, sentence.before, sentence.words)
        ends = (
            (places[first], places[last] - 1, answer) for first, last, answer in sentence.phrases
        )
        return _Numbered(numbers, [one for one in ends if one[1] < len(numbers)])

    def _phrases(self) -> Iterator[tuple[int, int, Mapping[str, str]]]:
        for sentence in self._sentences:
            yield from sentence.phrases

    def _batches(self) -> list[list["_Numbered"]]:
        """Return the sentences in groups of about the same length, in a random order."""

        def about(sentence: "_Numbered") -> float:
            return len(sentence.numbers) + self._random.random() * 8

        ordered = sorted(self._sentences, key=about)
        batches = [ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE)]
        self._random.shuffle(batches)
        return batches

    def _loss(self, batch: Sequence["_Numbered"]) -> Any:
        torch = self._torch
        rows = self._read(batch)
        at = torch.tensor([index for index, one in enumerate(batch) for _ in one.phrases])
        phrases = [phrase for one in batch for phrase in one.phrases]
        first = torch.tensor([first for first, _, _ in phrases])
        last = torch.tensor([last for _, last, _ in phrases])
        row = torch.cat([rows[at, first], rows[at, last], rows[at, 0]], dim=1)
        row = torch.nn.functional.dropout(row, _LEFT_OUT_OF_QUESTIONS)
        total = torch.zeros(())
        for name, values in self._values.items():
            right = torch.tensor(
                [
                    values.index(answer[name]) if name in answer else _NO_ANSWER
                    for _, _, answer in phrases
                ]
            )
            if bool((right != _NO_ANSWER).any()):
                sums = self._linear(name, row)
                total = total + torch.nn.functional.cross_entropy(sums, right)
        return total

    def _read(self, batch: Sequence["_Numbered"]) -> Any:
        """Return (sentences, pieces, width); as pipeline/encoder/layers.py, some left out."""
        torch, functional = self._torch, self._torch.nn.functional
        longest = max(len(one.numbers) for one in batch)
        numbers = torch.zeros(len(batch), longest, dtype=torch.long)
        there = torch.zeros(len(batch), longest, dtype=torch.bool)
        for index, one in enumerate(batch):
            numbers[index, : len(one.numbers)] = torch.tensor(one.numbers)
            there[index, : len(one.numbers)] = True
        sums = functional.embedding(numbers, self._parameters["embedding"])
        rows = self._norm("embedded", sums + self._parameters["places"][:longest])
        rows = functional.dropout(rows, _LEFT_OUT)
        for layer in range(int(self._fixed["layers"])):
            name = f"layer {layer}"
            parts = self._linear(f"{name} attention", rows)
            parts = parts.reshape(*rows.shape[:2], 3, int(self._fixed["heads"]), -1)
            queries, keys, values = parts.permute(2, 0, 3, 1, 4)
            seen = functional.scaled_dot_product_attention(
                queries, keys, values, attn_mask=there[:, None, None, :]
            )
            joined = self._linear(f"{name} joined", seen.transpose(1, 2).reshape(rows.shape))
            rows = self._norm(f"{name} attended", rows + functional.dropout(joined, _LEFT_OUT))
            wide = functional.gelu(self._linear(f"{name} widened", rows), approximate="tanh")
            narrow = self._linear(f"{name} narrowed", wide)
            rows = self._norm(f"{name} finished", rows + functional.dropout(narrow, _LEFT_OUT))
        return rows

    def _linear(self, name: str, rows: Any) -> Any:
        weights, bias = self._parameters[name], self._parameters[f"{name} bias"]
        return self._torch.nn.functional.linear(rows, weights, bias)

    def _norm(self, name: str, rows: Any) -> Any:
        scale, shift = (
            self._parameters[f"{name} scale of columns"],
            self._parameters[f"{name} shift"],
        )
        return self._torch.nn.functional.layer_norm(rows, rows.shape[-1:], scale, shift, 1e-12)


class _Numbered:
    """A sentence as numbers of pieces, with phrases: first and last piece, and the answers."""

    def __init__(
        self, numbers: list[int], phrases: list[tuple[int, int, Mapping[str, str]]]
    ) -> None:
        self.numbers = numbers
        self.phrases = phrases
