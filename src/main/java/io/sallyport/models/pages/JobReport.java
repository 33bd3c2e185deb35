package io.sallyport.models.pages;

/**
 * A running job as a page shows it.
 *
 * @param share share done in whole percent; -1 where the job does not tell
 * @param line the last line of its log; empty for jobs that read the held-out set (design, trust 3)
 */
record JobReport(String kind, String name, String since, int share, String line) {

  public boolean tellsShare() {
    return share >= 0;
  }
}
