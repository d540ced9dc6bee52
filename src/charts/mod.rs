//! What to draw, and drawing it.
