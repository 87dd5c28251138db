"""What the product promises in figures, measured: `make bench`, or one module as `python -m benchmarks.NAME`."""
