/** What a call turned out to be, judged from its end and from what was heard. */
@NamedInterface("ending")
@NullMarked
package dev.quell.screening.ending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
