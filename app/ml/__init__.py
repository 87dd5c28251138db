"""Trains and evaluates the models under models/: the only room that knows scikit-learn."""
