/** FastAGI over TCP: sockets with limits, headers that are checked, one virtual thread a call; in dialogues asterisk-java speaks the protocol. */
@NullMarked
package dev.quell.asterisk.agi.transport;

import org.jspecify.annotations.NullMarked;
