/** How an explanation is worded, in English and Chinese. */
@NamedInterface("words")
@NullMarked
package dev.quell.calllog.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
