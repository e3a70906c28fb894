/** Records of earlier calls as other systems wrote them: CDR and event files of Asterisk, plain tables, labels. Read line by line, bad lines told by number. */
@NamedInterface("input")
@NullMarked
package dev.quell.backtest.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
