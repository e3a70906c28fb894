package dev.quell.backtest.result;

import dev.quell.backtest.measure.Confusion;
import dev.quell.classifier.CallClass;
import java.util.Optional;

/**
 * How often calls were taken for a class.
 *
 * @param calls taken for it
 * @param callers with at least one such call
 * @param measured labelled calls: positive is a call taken for this class and tagged or met harder, true is one of a nuisance; empty without labels
 */
public record ClassRow(CallClass callClass, long calls, long callers, Optional<Confusion> measured) {}
