/** How an explanation is worded, in English and Chinese. */
@NullMarked
package dev.quell.calllog.words;

import org.jspecify.annotations.NullMarked;
