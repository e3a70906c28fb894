/** What the dialplan tells when a call has ended. */
@NullMarked
package dev.quell.asterisk.ended;

import org.jspecify.annotations.NullMarked;
