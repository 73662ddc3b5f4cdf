"""Checking what others hand over: every file here is foreign, bounded, and trusted in nothing it says about itself."""
