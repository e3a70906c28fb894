package dev.quell.call;

/** What became of the machine's clock while the service ran. */
public sealed interface ClockNews permits ClockSetBack, ClockBelieved {}
