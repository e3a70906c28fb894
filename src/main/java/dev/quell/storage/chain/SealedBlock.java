package dev.quell.storage.chain;

/**
 * What a block holds, ready for a place in the chain.
 *
 * @param count how many facts
 * @param key of their salts
 * @param leaves 32 bytes each
 * @param list the list of facts: a salt, then a line each
 * @param facts the hash of the list, in hexadecimal
 * @param root the Merkle root over the leaves, in hexadecimal; empty if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedBlock(int count, byte[] key, byte[] leaves, byte[] list, String facts, String root) {}
