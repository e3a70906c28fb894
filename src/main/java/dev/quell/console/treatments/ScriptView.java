package dev.quell.console.treatments;

import dev.quell.classifier.Language;
import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptTable;
import dev.quell.prompt.Voice;
import dev.quell.treatment.script.Script;
import dev.quell.treatment.script.Stage;
import java.util.List;
import java.util.Optional;

/** A script as the page shows it. */
public record ScriptView(String kind, List<StageView> stages) {

    /**
     * One step.
     *
     * @param prompt the name of what is played; empty if nothing is
     * @param anchor where the page shows that; empty if it does not
     * @param text what is said; empty if nothing is
     * @param time in words; empty if there is none
     * @param seconds how long the recording plays; empty if it is not known here
     */
    public record StageView(String what, String prompt, String anchor, String text, String time, String seconds) {}

    static ScriptView of(Script script, PromptTable table, List<PromptView> prompts, Language language) {
        return new ScriptView(
                script.kind().name(),
                script.stages().stream()
                        .map(stage -> stage(stage, table, prompts, language))
                        .toList());
    }

    private static StageView stage(Stage stage, PromptTable table, List<PromptView> prompts, Language language) {
        Optional<Prompt> prompt = table.find(stage.prompt());
        Voice voice = language == Language.CHINESE ? Voice.ZH : Voice.EN;
        return new StageView(
                stage.what().name(),
                stage.prompt(),
                prompt.map(Prompt::anchor).orElse(""),
                prompt.map(known -> known.text(voice)).orElse(""),
                stage.time().isZero() ? "" : language.duration(stage.time()),
                prompts.stream()
                        .filter(view -> view.name().equals(stage.prompt()))
                        .flatMap(view -> view.voices().stream())
                        .filter(view -> view.voice().equals(voice.word()) && view.there())
                        .map(PromptView.VoiceView::seconds)
                        .findFirst()
                        .orElse(""));
    }
}
