package dev.quell.simulation.scenario;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.scenario.bad.Autodiallers;
import dev.quell.simulation.scenario.bad.Flood;
import dev.quell.simulation.scenario.bad.Harassers;
import dev.quell.simulation.scenario.bad.Heze;
import dev.quell.simulation.scenario.bad.HezeAsCustomer;
import dev.quell.simulation.scenario.bad.Poisoner;
import dev.quell.simulation.scenario.bad.RingOnce;
import dev.quell.simulation.scenario.bad.SpoofingCampaign;
import dev.quell.simulation.scenario.bad.TelephoneDenialOfService;
import dev.quell.simulation.scenario.good.CallBackStorm;
import dev.quell.simulation.scenario.good.Customers;
import dev.quell.simulation.scenario.good.Forwarded;
import dev.quell.simulation.scenario.good.HastyAgent;
import dev.quell.simulation.scenario.good.MassEvent;
import dev.quell.simulation.scenario.good.RecycledNumber;
import dev.quell.simulation.scenario.good.Repeaters;
import dev.quell.simulation.scenario.good.SharedNumber;
import dev.quell.simulation.scenario.unheard.CallerInDanger;
import dev.quell.simulation.scenario.unheard.DtxHandset;
import dev.quell.simulation.scenario.unheard.MutePhone;
import dev.quell.simulation.scenario.unheard.NoPackets;
import dev.quell.simulation.scenario.unheard.NoisyLine;
import dev.quell.simulation.scenario.unheard.OneWaySilence;
import dev.quell.simulation.scenario.unheard.PocketCalls;
import dev.quell.simulation.scenario.unheard.QuietCaller;
import dev.quell.simulation.scenario.unheard.TextTelephone;
import java.util.List;

/** Every scenario that there is. */
public final class Scenarios {

    private Scenarios() {}

    /** All of them, the good callers first. */
    public static List<Scenario> all() {
        return List.of(
                new Customers(),
                new Repeaters(),
                new SharedNumber(),
                new Forwarded(),
                new MassEvent(),
                new HastyAgent(),
                new CallBackStorm(),
                new RecycledNumber(),
                new QuietCaller(),
                new NoisyLine(),
                new DtxHandset(),
                new TextTelephone(),
                new PocketCalls(),
                new MutePhone(),
                new CallerInDanger(),
                new NoPackets(),
                new OneWaySilence(),
                new Harassers(),
                new RingOnce(),
                new Autodiallers(),
                new SpoofingCampaign(),
                new TelephoneDenialOfService(),
                new Poisoner(),
                new Heze(),
                new HezeAsCustomer(),
                new Flood());
    }
}
