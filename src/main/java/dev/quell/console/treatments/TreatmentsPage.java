package dev.quell.console.treatments;

import dev.quell.call.CallSettings;
import dev.quell.call.Switches;
import dev.quell.config.SettingOrigins;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.doctor.SelfCheck;
import dev.quell.prompt.PromptFiles;
import dev.quell.prompt.PromptPeers;
import dev.quell.prompt.PromptTable;
import dev.quell.prompt.Voice;
import dev.quell.screening.ScreeningSettings;
import dev.quell.treatment.TreatmentSettings;
import dev.quell.treatment.script.Script;
import dev.quell.treatment.script.Scripts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /treatments}: how each line's callers are handled, what they hear, and whether the dialplan is as it should be. */
@Controller
class TreatmentsPage {

    private final CallSettings calls;
    private final ScreeningSettings screening;
    private final TreatmentSettings treatment;
    private final ObjectProvider<Switches> switches;
    private final PromptFiles files;
    private final PromptPeers peers;
    private final SelfCheck check;
    private final SettingOrigins origins;
    private final PromptTable table = PromptTable.shipped();

    TreatmentsPage(
            CallSettings calls,
            ScreeningSettings screening,
            TreatmentSettings treatment,
            ObjectProvider<Switches> switches,
            PromptFiles files,
            PromptPeers peers,
            SelfCheck check,
            Environment environment) {
        this.calls = calls;
        this.screening = screening;
        this.treatment = treatment;
        this.switches = switches;
        this.files = files;
        this.peers = peers;
        this.check = check;
        this.origins = new SettingOrigins(environment);
    }

    @GetMapping("/treatments")
    String show(UploadNote note, Locale locale, Model model) {
        List<Script> scripts = Scripts.of(treatment);
        List<PromptView> prompts = table.all().stream()
                .map(prompt -> PromptView.of(prompt, files, scripts))
                .toList();
        model.addAttribute("note", note.checked(table))
                .addAttribute("lines", LineView.all(calls, origins))
                .addAttribute("yaml", LineView.yaml(calls))
                .addAttribute("values", DialogueValues.of(treatment, screening, origins))
                .addAttribute(
                        "queues",
                        Optional.ofNullable(switches.getIfAvailable())
                                .map(QueueView::all)
                                .orElse(List.of()))
                .addAttribute(
                        "scripts",
                        scripts.stream()
                                .map(script -> ScriptView.of(
                                        script,
                                        table,
                                        prompts,
                                        Tongue.of(locale).language()))
                                .toList())
                .addAttribute("prompts", prompts)
                .addAttribute("machine", peers.self())
                .addAttribute("differing", peers.differing().orElse(null))
                .addAttribute(
                        "folders",
                        Arrays.stream(Voice.values()).map(files::folder).toList())
                .addAttribute(
                        "readable",
                        prompts.stream()
                                .anyMatch(prompt -> prompt.voices().stream().anyMatch(PromptView.VoiceView::there)))
                .addAttribute("writable", Arrays.stream(Voice.values()).allMatch(files::writable));
        return look(model, "treatments/treatments");
    }

    /** A recording, as a browser plays it. */
    @GetMapping("/treatments/audio")
    ResponseEntity<Resource> audio(
            @RequestParam String voice,
            @RequestParam String prompt,
            @RequestParam(required = false) @Nullable Long put) {
        byte[] wav = Voice.of(voice)
                .flatMap(language -> table.find(prompt)
                        .flatMap(known -> files.wav(
                                language, known, Optional.ofNullable(put).map(Instant::ofEpochMilli))))
                .orElseThrow(Missing::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("audio/wav"))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new ByteArrayResource(wav));
    }

    /** Begins a look at each Asterisk. */
    @PostMapping("/treatments/check")
    String check() {
        check.start();
        return "redirect:/treatments#check";
    }

    /** The part of the page that tells of the look, for a page that asks by itself. */
    @GetMapping("/treatments/check")
    String looked(Model model) {
        return look(model, "treatments/check :: check");
    }

    private String look(Model model, String view) {
        model.addAttribute("check", check.last().map(CheckView::of).orElse(null));
        return view;
    }
}
