/** Load for a running service: one or many fake Asterisks that ask and tell as the dialplan does, over real sockets, and the time that each answer took. */
@NullMarked
package dev.quell.load;

import org.jspecify.annotations.NullMarked;
