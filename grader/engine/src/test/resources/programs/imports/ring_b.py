import ring_a
seen = hasattr(ring_a, "seen_in_b")
value = 5
