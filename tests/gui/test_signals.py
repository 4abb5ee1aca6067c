"""Some releases of PySide6 end the process after some hundred signals (6.12.0 on Python 3.11)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot


class _Counter(QObject):
    counted = Signal(bool, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.received: list[tuple[bool, str, object]] = []
        self.counted.connect(self._on_counted)

    @Slot(bool, str, object)
    def _on_counted(self, odd: bool, text: str, number: object) -> None:
        self.received.append((odd, text, number))


def test_five_thousand_signals_arrive_with_what_they_carry() -> None:
    counter = _Counter()
    for number in range(5000):
        counter.counted.emit(number % 2 == 1, str(number), number)
    assert counter.received == [(number % 2 == 1, str(number), number) for number in range(5000)]
