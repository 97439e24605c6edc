import ring_b
seen_in_b = ring_b.seen
