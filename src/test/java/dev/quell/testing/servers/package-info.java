/** Servers of the tests' own: real ones, private to a test, that can be killed, frozen and started again. */
@NullMarked
package dev.quell.testing.servers;

import org.jspecify.annotations.NullMarked;
