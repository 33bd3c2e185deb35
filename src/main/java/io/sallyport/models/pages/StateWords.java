package io.sallyport.models.pages;

import io.sallyport.models.ModelVersion.State;

/** A state as a tag: how it is coloured and what it says. */
record StateWords(String state, String words) {

  static StateWords of(State state) {
    return switch (state) {
      case IN_PROGRESS -> new StateWords("", "On its way");
      case IN_SERVICE -> new StateWords("ok", "In service");
      case SUSPENDED -> new StateWords("stop", "Stopped");
      case ARCHIVED -> new StateWords("stop", "Archived");
      case RETURNED -> new StateWords("watch", "Sent back");
      case WITHDRAWN -> new StateWords("", "Withdrawn");
      case SUPERSEDED -> new StateWords("", "Superseded");
      case NOT_DEPLOYED -> new StateWords("stop", "Not deployed");
      case RETIRED -> new StateWords("", "Retired");
    };
  }
}
