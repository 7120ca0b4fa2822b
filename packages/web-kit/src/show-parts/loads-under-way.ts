import { computed, signal } from "@preact/signals";

const underWay = signal(0);

/** True while anything on the page is still being read: then what is not there yet may come. */
export const isReading = computed(() => underWay.value > 0);

/** Counts a load among those under way until it has come or failed. */
export async function whileReading<T>(load: Promise<T>): Promise<T> {
  underWay.value = underWay.peek() + 1;
  try {
    return await load;
  } finally {
    underWay.value = underWay.peek() - 1;
  }
}
