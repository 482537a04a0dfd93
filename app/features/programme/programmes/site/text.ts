/** What a page says where Oakroom cannot work at its address. */
export const text = {
  notSetUp: "Oakroom is not set up yet",
  notSetUpWords: "Nobody can sign in before. Open the link that the server printed when it started.",
  noEncryption: "Rooms cannot open at this address",
  noEncryptionWords:
    "Browsers offer encryption at https addresses only. Whoever runs this server sets one as OAKROOM_ORIGIN, with a certificate in front of it; then rooms open.",
  elsewhere: "This is not the address of this Oakroom",
  elsewhereWords: (origin: string) => `Nothing can be saved here, and rooms cannot open. Please open ${origin}`,
  open: "Open it there",
} as const;
