/** An Asterisk with Quell's dialplan for the fault tests: asks, goes on when nothing comes, keeps what it could not tell, and remembers all of it. */
@NullMarked
package dev.quell.faults.pbx;

import org.jspecify.annotations.NullMarked;
