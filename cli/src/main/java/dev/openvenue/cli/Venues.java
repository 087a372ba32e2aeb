package dev.openvenue.cli;

import dev.openvenue.core.VenueProvider;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The venues on the class path. */
final class Venues {
    private Venues() {}

    /** All of them, by id. */
    static List<VenueProvider> all() {
        return ServiceLoader.load(VenueProvider.class, VenueProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(VenueProvider::id))
                .toList();
    }

    /** The venue with this id. */
    static VenueProvider find(String id) {
        return all().stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandException.usage("There is no venue '" + id + "'; there are "
                        + all().stream().map(VenueProvider::id).collect(Collectors.joining(", "))));
    }
}
