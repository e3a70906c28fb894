/** What a call turned out to be, judged from its end and from what was heard. */
@NullMarked
package dev.quell.screening.ending;

import org.jspecify.annotations.NullMarked;
