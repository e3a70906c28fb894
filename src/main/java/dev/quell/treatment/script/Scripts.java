package dev.quell.treatment.script;

import dev.quell.treatment.TreatmentSettings;
import dev.quell.treatment.script.Script.Kind;
import dev.quell.treatment.script.Stage.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All scripts as the service's settings and the shipped dialplan have them. Times in the deterrent queue are those of the shipped {@code quell_queues.conf} and
 * {@code quell_globals.conf}, which a site may change on its Asterisk.
 */
public final class Scripts {

    /** In the queue until its announcement comes first. */
    static final Duration FIRST = Duration.ofSeconds(15);

    /** From one announcement to the next. */
    static final Duration AGAIN = Duration.ofSeconds(20);

    /** The longest stay in the queue. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private Scripts() {}

    /** Every script. */
    public static List<Script> of(TreatmentSettings settings) {
        return List.of(
                listen(settings.listen()),
                challenge(settings.challenge()),
                deterrent(),
                complaint(),
                new Script(Kind.SILENT, List.of(Stage.play("line-fault"), Stage.of(What.HANG_UP))),
                new Script(Kind.NO_MEDIA, List.of(Stage.play("media-fault"), Stage.of(What.RELEASE))),
                new Script(Kind.FLAG, List.of(Stage.play("flag-noted"), Stage.play("flag-undone"))));
    }

    private static Script listen(TreatmentSettings.Listen settings) {
        List<Stage> stages = new ArrayList<>();
        stages.add(Stage.of(What.ANSWER));
        stages.add(Stage.of(What.WAIT, settings.before()));
        for (String prompt : settings.prompts()) {
            stages.add(Stage.play(prompt));
            stages.add(Stage.of(What.WAIT, settings.spacing()));
        }
        stages.add(Stage.of(What.RELEASE));
        return new Script(Kind.LISTEN, stages);
    }

    private static Script challenge(TreatmentSettings.Challenge settings) {
        return new Script(
                Kind.CHALLENGE,
                List.of(
                        Stage.of(What.ANSWER),
                        Stage.play(settings.prompt()),
                        Stage.of(What.WAIT, settings.passAfter()),
                        Stage.of(What.PASS)));
    }

    private static Script deterrent() {
        return new Script(
                Kind.DETERRENT,
                List.of(
                        Stage.of(What.ANSWER),
                        Stage.play("sit"),
                        Stage.play("analysis-intro"),
                        new Stage(What.LOOP, "signal-tone", Duration.ZERO),
                        new Stage(What.FIRST, "analysis-wait", FIRST),
                        new Stage(What.AGAIN, "analysis-wait", AGAIN),
                        Stage.of(What.KEY),
                        Stage.of(What.OVER, LONGEST),
                        Stage.play("analysis-done"),
                        Stage.of(What.RELEASE)));
    }

    private static Script complaint() {
        return new Script(
                Kind.COMPLAINT,
                List.of(
                        Stage.play("redress"),
                        Stage.of(What.DIGITS),
                        Stage.play("redress-end"),
                        Stage.of(What.ONWARD)));
    }
}
