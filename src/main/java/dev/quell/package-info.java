/** Quell: keeps silent and nuisance calls from the agents of call centres that run Asterisk. */
@org.jspecify.annotations.NullMarked
package dev.quell;
