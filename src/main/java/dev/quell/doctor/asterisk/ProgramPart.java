package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Skew;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which Asterisk it is, its modules and its clock. */
final class ProgramPart implements ManagerCheck.Part {

    static final List<String> MODULES = List.of(
            "res_agi",
            "res_curl",
            "res_musiconhold",
            "app_queue",
            "app_stack",
            "app_read",
            "app_playback",
            "app_playtones",
            "app_channelredirect",
            "app_exec",
            "app_while",
            "app_verbose",
            "func_base64",
            "func_callerid",
            "func_cdr",
            "func_channel",
            "func_curl",
            "func_cut",
            "func_db",
            "func_dialplan",
            "func_global",
            "func_logic",
            "func_module",
            "func_rand",
            "func_strings",
            "func_talkdetect",
            "func_timeout",
            "func_uri",
            "format_wav",
            "format_pcm",
            "format_sln");

    private static final int LEAST = 18;

    private final Clock clock;

    ProgramPart(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Asterisk";
    }

    @Override
    public void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        version(findings, manager.ask("CoreSettings").getOrDefault("AsteriskVersion", ""));
        modules(findings, manager);
        headers(findings, manager);
        Instant before = clock.instant();
        Optional<Instant> theirs = manager.value("STRFTIME(,,%s.%3q)").flatMap(ProgramPart::instant);
        theirs.ifPresent(instant -> Skew.look(findings, instant, before, "Asterisk's"));
    }

    private static void version(Findings findings, String version) {
        String[] parts = version.split("\\.", 2);
        int major = parts[0].matches("[0-9]{1,3}") ? Integer.parseInt(parts[0]) : 0;
        if (major == 0) {
            findings.skipped("it calls itself '" + version + "'", "Quell was tried with Asterisk 22");
        } else if (major < LEAST) {
            findings.warn("version " + version, "Asterisk " + LEAST + " or later is needed, 22 was tried");
        } else {
            findings.ok("version " + version);
        }
    }

    private static void modules(Findings findings, Manager manager) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String module : MODULES) {
            if (!loaded(manager, module)) {
                missing.add(module);
            }
        }
        if (missing.isEmpty()) {
            findings.ok("all " + MODULES.size() + " modules are loaded");
        } else if (missing.contains("func_module")) {
            findings.fault(
                    "func_module is not loaded, so nothing tells which are",
                    "asterisk -rx \"module load func_module.so\"");
        } else {
            findings.fault(
                    "not loaded: " + String.join(", ", missing),
                    "asterisk -rx \"module load " + missing.getFirst()
                            + ".so\"   and so on; take their noload lines out of modules.conf, or install the package that has them");
        }
    }

    private static void headers(Findings findings, Manager manager) throws IOException {
        if (loaded(manager, "chan_pjsip") && !loaded(manager, "res_pjsip_header_funcs")) {
            findings.warn(
                    "res_pjsip_header_funcs is not loaded: From, P-Asserted-Identity and Priority are not read, and an emergency call-back is screened as any other call",
                    "asterisk -rx \"module load res_pjsip_header_funcs.so\"");
        }
    }

    private static boolean loaded(Manager manager, String module) throws IOException {
        return manager.value("IFMODULE(" + module + ".so)").orElse("").equals("1");
    }

    private static Optional<Instant> instant(String seconds) {
        return seconds.matches("[0-9]{1,12}\\.[0-9]{3}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(seconds.replace(".", ""))))
                : Optional.empty();
    }
}
