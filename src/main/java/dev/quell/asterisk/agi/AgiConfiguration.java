package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.incoming.IncomingCalls;
import dev.quell.asterisk.protocol.FlagRequest;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.call.CallSettings;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.call.TalkMonitor;
import dev.quell.screening.CallJournal;
import dev.quell.screening.Screening;
import dev.quell.treatment.ChallengeDialogue;
import dev.quell.treatment.ListenDialogue;
import dev.quell.treatment.RunningDialogues;
import dev.quell.treatment.TreatmentSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the FastAGI server together: a fixed map of scripts, nothing found by name. */
@Configuration(proxyBeanMethods = false)
class AgiConfiguration {

    @Bean
    Peers asteriskPeers(AgiSettings settings) {
        return new Peers(settings.peers());
    }

    @Bean
    IncomingCalls incomingCalls(CallSettings settings, Lines lines, NumberReader numbers, Clock clock) {
        return new IncomingCalls(settings, lines, numbers, clock);
    }

    @Bean
    DialogueRoom dialogueRoom(AgiSettings settings, MeterRegistry meters) {
        return new DialogueRoom(settings.maxCalls(), meters);
    }

    @Bean
    RunningDialogues runningDialogues(DialogueRoom room) {
        return room::now;
    }

    @Bean
    DialogueRunner dialogueRunner(ObjectProvider<TalkMonitor> monitor, Clock clock) {
        return new DialogueRunner(monitor.getIfAvailable(TalkMonitor::noop), clock, Pace::uneven);
    }

    @Bean
    ScreenScript screenScript(IncomingCalls calls, Screening screening) {
        return new ScreenScript(calls, screening);
    }

    @Bean
    DialogueScript listenScript(
            TreatmentSettings settings, CallJournal journal, DialogueRunner runner, DialogueRoom room) {
        return new DialogueScript("listen", profile -> new ListenDialogue(settings, profile), journal, runner, room);
    }

    @Bean
    DialogueScript challengeScript(
            TreatmentSettings settings, CallJournal journal, DialogueRunner runner, DialogueRoom room) {
        return new DialogueScript("challenge", profile -> new ChallengeDialogue(settings), journal, runner, room);
    }

    @Bean
    FlagScript flagScript(FlagRequest flags) {
        return new FlagScript(flags);
    }

    @Bean
    PingScript pingScript() {
        return new PingScript();
    }

    @Bean
    Refusals agiRefusals(MeterRegistry meters, Clock clock) {
        return new Refusals(meters, clock, "quell.agi.rejected", "The call passes.");
    }

    @Bean
    Dispatcher dispatcher(
            List<CallScript> scripts, InstallationToken token, Refusals agiRefusals, MeterRegistry meters) {
        return new Dispatcher(scripts, token, agiRefusals, meters);
    }

    @Bean
    AgiServer agiServer(
            AgiSettings settings,
            Dispatcher dispatcher,
            Peers asteriskPeers,
            Refusals agiRefusals,
            IncomingCalls calls,
            Screening screening,
            CallJournal journal,
            Clock clock) {
        WarmUp warmUp = new WarmUp(calls, new Rehearsal(screening, journal), settings.limits(), clock);
        return new AgiServer(settings, dispatcher, asteriskPeers, agiRefusals, warmUp);
    }
}
