/** Checks of each Asterisk over its manager interface, and of its files where it runs on this machine. */
@NullMarked
package dev.quell.doctor.asterisk;

import org.jspecify.annotations.NullMarked;
