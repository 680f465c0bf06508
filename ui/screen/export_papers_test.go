package screen

// PapersRest is how long the page of papers leaves them as they are while others write.
const PapersRest = papersRest
