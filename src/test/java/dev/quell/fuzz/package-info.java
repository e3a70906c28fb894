/** Readers of foreign input against inputs that nobody thought of: what must hold, the generator of inputs, and the kept cases. See src/docs/fuzzing.md. */
package dev.quell.fuzz;
