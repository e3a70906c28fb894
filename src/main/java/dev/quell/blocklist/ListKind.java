package dev.quell.blocklist;

/** Which list an entry is on. Allow wins over block, however specific the block is. */
public enum ListKind {
    ALLOW,
    BLOCK
}
