/** Words and stand-ins for tests: a moving clock, calls and their ends, stores in memory, and a whole call centre over them. */
package dev.quell.testing;
