/** Weights and thresholds that one person wants and another one has to confirm, since their trial tells little or good talks would be met harder. */
@NamedInterface("proposal")
@NullMarked
package dev.quell.tuning.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
