package dev.quell.treatment.script;

import java.util.List;

/** The steps of one treatment, in order. */
public record Script(Kind kind, List<Stage> stages) {

    public Script {
        stages = List.copyOf(stages);
    }

    /** The treatments that have a script. */
    public enum Kind {
        /** Whoever may be silent is asked whether anybody is there. */
        LISTEN,
        /** A key or a word is asked for. */
        CHALLENGE,
        /** The deterrent queue. */
        DETERRENT,
        /** A key was pressed in the deterrent queue. */
        COMPLAINT,
        /** Silent to the end. */
        SILENT,
        /** Not one packet came. */
        NO_MEDIA,
        /** What an agent hears who flags a caller. */
        FLAG
    }

    /** Whether it plays a recording. */
    public boolean plays(String prompt) {
        return stages.stream()
                .anyMatch(stage -> stage.prompt().equals(prompt)
                        || (stage.what() == Stage.What.DIGITS && prompt.startsWith("digits/")));
    }
}
