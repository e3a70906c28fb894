package dev.quell.blocklist;

/** How many entries of each list are active. */
public record ListCount(long blocks, long allows) {}
