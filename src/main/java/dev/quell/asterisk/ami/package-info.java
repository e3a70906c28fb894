/** The manager connections: live view, who talks, redirects. Advisory only. */
@NullMarked
package dev.quell.asterisk.ami;

import org.jspecify.annotations.NullMarked;
