package dev.quell.console.treatments;

import dev.quell.call.Words;
import dev.quell.config.SettingOrigins;
import dev.quell.screening.ScreeningSettings;
import dev.quell.treatment.TreatmentSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The settings of dialogues, each with where it comes from. */
final class DialogueValues {

    private static final String TREATMENT = "quell.treatment.";
    private final SettingOrigins origins;
    private final List<ValueView> values = new ArrayList<>();

    private DialogueValues(SettingOrigins origins) {
        this.origins = origins;
    }

    static List<ValueView> of(TreatmentSettings treatment, ScreeningSettings screening, SettingOrigins origins) {
        DialogueValues all = new DialogueValues(origins);
        TreatmentSettings.Listen listen = treatment.listen();
        TreatmentSettings.Challenge challenge = treatment.challenge();
        all.add(TREATMENT + "listen.before", listen.before());
        all.add(TREATMENT + "listen.spacing", listen.spacing());
        all.add(TREATMENT + "listen.prompts", String.join(", ", listen.prompts()), "[0]");
        all.add(TREATMENT + "listen.prompt-at-most", listen.promptAtMost());
        all.add(TREATMENT + "listen.noise-after", listen.noiseAfter());
        all.add(TREATMENT + "listen.no-media-after", listen.noMediaAfter());
        all.add(TREATMENT + "challenge.prompt", challenge.prompt(), "");
        all.add(TREATMENT + "challenge.prompt-at-most", challenge.promptAtMost());
        all.add(TREATMENT + "challenge.pass-after", challenge.passAfter());
        all.add(TREATMENT + "speech-burst", treatment.speechBurst());
        all.add(TREATMENT + "speech-sum", treatment.speechSum());
        String threshold = "quell.screening.talk-threshold.";
        all.add(
                threshold + "standard",
                Integer.toString(screening.talkThreshold().standard()),
                "");
        all.add(
                threshold + "protected",
                Integer.toString(screening.talkThreshold().protectedLines()),
                "");
        return List.copyOf(all.values);
    }

    private void add(String key, Duration value) {
        add(key, Words.of(value), "");
    }

    private void add(String key, String value, String part) {
        values.add(ValueView.of(key, value, origins.of(key + part)));
    }
}
