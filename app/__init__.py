"""TPM Toolkit: the career and hiring toolkit for the technical project and program manager role.

The house is put together in `app/factory.py`; importing a room never loads Flask.
"""
