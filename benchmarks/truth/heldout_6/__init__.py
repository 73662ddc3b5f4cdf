"""A half of the truth set by somebody who saw neither the reading nor the other halves."""
