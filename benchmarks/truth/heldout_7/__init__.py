"""A half drawn by somebody who saw neither the reading nor the other halves."""
