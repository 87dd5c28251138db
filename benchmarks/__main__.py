"""Runs every benchmark, one after another."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import benchmarks


def main() -> None:
    for module in sorted(one.name for one in pkgutil.iter_modules(benchmarks.__path__) if not one.name.startswith("_")):
        benchmark = import_module(f"benchmarks.{module}")
        print(f"\n== {module}: {(benchmark.__doc__ or '').splitlines()[0]}")
        benchmark.main()


main()
