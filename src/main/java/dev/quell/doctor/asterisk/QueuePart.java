package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Findings;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deterrent queue, its music, and the agents' codes. */
final class QueuePart implements ManagerCheck.Part {

    private static final Pattern CODE = Pattern.compile("(?m)^quell-flag +.*? ([*#0-9]+) *$");

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        if (manager.value("QUEUE_EXISTS(quell-deterrent)").orElse("").equals("1")) {
            findings.ok("the deterrent queue is there");
        } else {
            findings.fault(
                    "there is no queue quell-deterrent: whom Quell deters goes to the agents",
                    "dialplan/install.sh; quell_queues.conf must be included in queues.conf, then asterisk -rx \"queue reload all\"");
        }
        console(findings, local);
    }

    private static void console(Findings findings, Optional<LocalAsterisk> local) {
        Optional<String> music = local.flatMap(asterisk -> asterisk.console("moh show files"));
        Optional<String> features = local.flatMap(asterisk -> asterisk.console("features show"));
        if (music.isEmpty() || features.isEmpty()) {
            findings.skipped(
                    "its music and the agents' codes show only on Asterisk's console",
                    "dialplan/install.sh --check on its machine, as root");
            return;
        }
        if (!music.get().contains("moh-quell/signal-tone")) {
            findings.fault(
                    "the music class quell-signal has no signal-tone",
                    "dialplan/install.sh; quell_musiconhold.conf must be included in musiconhold.conf, then asterisk -rx \"moh reload\"");
        }
        codes(findings, features.get());
    }

    private static void codes(Findings findings, String features) {
        Matcher code = CODE.matcher(features);
        if (code.find()) {
            findings.ok("agents flag by " + code.group(1));
        } else {
            findings.fault(
                    "agents have no code to flag a caller",
                    "dialplan/install.sh; quell_features.conf must be read inside [applicationmap] of features.conf, then asterisk -rx \"module reload features\"");
        }
    }
}
