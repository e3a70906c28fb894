package dev.quell.calllog;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import java.time.Instant;
import java.util.Optional;

/**
 * Which calls of the log are meant: those that meet all that is said.
 *
 * @param from arrived then or later
 * @param to arrived before
 * @param callClass what they were taken for; an unscreened call was taken for nothing
 * @param action what the verdict was; an unscreened call has none
 * @param applied what Asterisk was told; PASS for an unscreened call
 * @param line the number called
 * @param agent the channel of the agent who had the call, as the log has it
 * @param score bounds of the verdict's probability; an unscreened call has none
 * @param outcome what the caller did; UNKNOWN while the call lives
 * @param caseNumber 8 digits
 */
public record CallFilter(
        Instant from,
        Instant to,
        Optional<CallerFilter> caller,
        Optional<CallClass> callClass,
        Optional<Action> action,
        Optional<Action> applied,
        Optional<String> line,
        Optional<String> trunk,
        Optional<String> agent,
        Optional<Score> score,
        Optional<CallOutcome> outcome,
        Optional<String> caseNumber) {

    /**
     * Bounds of a probability, both included.
     *
     * @param least 0 to 1
     * @param most {@code least} to 1
     */
    public record Score(double least, double most) {
        public Score {
            if (!(least >= 0 && least <= most && most <= 1)) {
                throw new IllegalArgumentException("a score's bounds are 0 to 1, the lower one first");
            }
        }
    }

    /** All calls that arrived in {@code [from, to)}. */
    public static CallFilter between(Instant from, Instant to) {
        return builder(from, to).build();
    }

    /** Says more about calls that arrived in {@code [from, to)}. */
    public static Builder builder(Instant from, Instant to) {
        return new Builder(from, to);
    }

    /** Says one thing after the other; what is not said may be anything. */
    public static final class Builder {
        private final Instant from;
        private final Instant to;
        private Optional<CallerFilter> caller = Optional.empty();
        private Optional<CallClass> callClass = Optional.empty();
        private Optional<Action> action = Optional.empty();
        private Optional<Action> applied = Optional.empty();
        private Optional<String> line = Optional.empty();
        private Optional<String> trunk = Optional.empty();
        private Optional<String> agent = Optional.empty();
        private Optional<Score> score = Optional.empty();
        private Optional<CallOutcome> outcome = Optional.empty();
        private Optional<String> caseNumber = Optional.empty();

        private Builder(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        /** Whose. */
        public Builder caller(CallerFilter only) {
            caller = Optional.of(only);
            return this;
        }

        /** Taken for what. */
        public Builder callClass(CallClass only) {
            callClass = Optional.of(only);
            return this;
        }

        /** With which verdict. */
        public Builder action(Action only) {
            action = Optional.of(only);
            return this;
        }

        /** With what done. */
        public Builder applied(Action only) {
            applied = Optional.of(only);
            return this;
        }

        /** To which number. */
        public Builder line(String only) {
            line = Optional.of(only);
            return this;
        }

        /** Over which trunk. */
        public Builder trunk(String only) {
            trunk = Optional.of(only);
            return this;
        }

        /** With which agent. */
        public Builder agent(String only) {
            agent = Optional.of(only);
            return this;
        }

        /** Within which probabilities. */
        public Builder score(Score only) {
            score = Optional.of(only);
            return this;
        }

        /** With which outcome. */
        public Builder outcome(CallOutcome only) {
            outcome = Optional.of(only);
            return this;
        }

        /** With which case number. */
        public Builder caseNumber(String only) {
            caseNumber = Optional.of(only);
            return this;
        }

        /** The whole filter. */
        public CallFilter build() {
            return new CallFilter(
                    from, to, caller, callClass, action, applied, line, trunk, agent, score, outcome, caseNumber);
        }
    }
}
