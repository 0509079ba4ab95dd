"""Domain knowledge kept as data, and the checks that it passes when read."""
