/** What would happen to a call now; nothing is kept. */
@NamedInterface("trial")
@NullMarked
package dev.quell.screening.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
