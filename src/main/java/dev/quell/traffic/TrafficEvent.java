package dev.quell.traffic;

/** Something that people should hear of: it begins, and later it is over. */
public sealed interface TrafficEvent {

    /** What it happens to: a trunk's or a line's name. */
    String where();

    /** Whether it begins; otherwise it is over. */
    boolean begins();

    /** So many of a trunk's callers are silent that the trunk is at fault: {@code silent} of {@code callers}, usually {@code usual} of them. */
    record TrunkSilent(String where, boolean begins, int silent, int callers, double usual) implements TrafficEvent {}

    /** From so many of a trunk's callers not a single packet comes: {@code without} of {@code callers}. */
    record NoMedia(String where, boolean begins, int without, int callers) implements TrafficEvent {}

    /** Far more callers never seen before than usual, or calls as alike as a machine makes them. */
    record Flood(String where, boolean begins, int callers, double usual) implements TrafficEvent {}

    /** Far more callers never seen before than usual, and they speak: somebody shows our number. */
    record Storm(String where, boolean begins, int callers, double usual) implements TrafficEvent {}
}
