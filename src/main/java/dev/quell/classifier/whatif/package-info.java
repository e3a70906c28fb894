/** What would have changed a verdict, told from the verdict itself and from what its version was measured by. */
@NamedInterface("whatif")
@NullMarked
package dev.quell.classifier.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
