/** Long lists of other origins, as CSV: read line by line, tried, and kept in portions between which all else goes on. */
@NamedInterface("bulk")
@NullMarked
package dev.quell.blocklist.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
