/** Reports that are sent: the book of them, and their mails, on a thread of their own. */
@NamedInterface("sending")
@NullMarked
package dev.quell.reporting.sending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
